package dev.attune.api.http.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GunzipTest {
  @Test
  void a_packed_body_is_unpacked_up_to_the_limit() throws IOException {
    byte[] packed = packed(new byte[1000]);

    assertThat(Gunzip.of(packed, 1000).get()).hasSize(1000);
    assertThat(Objects.requireNonNull(Gunzip.of(packed, 999).problem()).status()).isEqualTo(413);
  }

  @Test
  void a_bomb_fills_no_memory() throws IOException {
    byte[] packed = packed(new byte[50_000_000]);

    assertThat(Objects.requireNonNull(Gunzip.of(packed, 1000).problem()).status()).isEqualTo(413);
  }

  @Test
  void what_is_not_packed_is_refused() {
    assertThat(Objects.requireNonNull(Gunzip.of(new byte[] {1, 2}, 9).problem()).status())
        .isEqualTo(400);
  }

  private static byte[] packed(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(body);
    }
    return bytes.toByteArray();
  }
}
