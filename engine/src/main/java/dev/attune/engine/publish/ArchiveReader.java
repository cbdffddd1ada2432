package dev.attune.engine.publish;

import dev.attune.engine.rule.folder.ContentPath;
import dev.attune.engine.rule.folder.Stray;
import dev.attune.engine.text.Diagnostics;
import dev.attune.engine.text.Place;
import dev.attune.engine.text.TextGate;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Reads an archive that anybody may have made: bounded, and nothing is unpacked to disk. What an
 * author zips along with the rules is left out, as it is in a folder, and told.
 */
public final class ArchiveReader {
  /** Stands for the file's name when the archive as a whole is meant. */
  private static final String WHOLE = "the archive";

  private static final int MOST_TOLD = 50;
  private static final Pattern ELSEWHERE =
      Pattern.compile("/.*|[A-Za-z]:.*|(.*/)?\\.\\.(/.*)?|.*\\p{Cntrl}.*", Pattern.DOTALL);

  /** Nobody writes these: they are made to be run. */
  private static final Pattern CODE = Pattern.compile("(?i).*\\.(class|jar|so|dll|dylib|exe)");

  private final ZipContents contents;
  private final Diagnostics diagnostics;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final Set<String> leftOut = new TreeSet<>();
  private int refused;
  private int told;
  private long left = ReleaseArchive.MOST_BYTES;

  private ArchiveReader(ZipContents contents, Diagnostics diagnostics) {
    this.contents = contents;
    this.diagnostics = diagnostics;
  }

  /**
   * @param diagnostics what is wrong with it, and as warnings what was left out
   * @return empty, with errors, when it is no archive or holds too much
   */
  public static Optional<ReleaseFiles> read(byte[] archive, Diagnostics diagnostics) {
    Optional<ZipContents> contents = ZipContents.of(archive);
    if (contents.isEmpty() || contents.get().listed().isEmpty()) {
      boolean begins = archive.length > 1 && archive[0] == 'P' && archive[1] == 'K';
      String why =
          begins
              ? "the archive is damaged: its end is missing. Export it again"
              : "this is no zip archive with files in it";
      diagnostics.error(Place.of(WHOLE), "archive", why);
      return Optional.empty();
    }
    return new ArchiveReader(contents.get(), diagnostics).read();
  }

  private Optional<ReleaseFiles> read() {
    String top = top(contents.listed());
    for (ZipArchiveEntry each : contents.listed()) {
      String path = path(each);
      boolean goesOn = take(each, path.startsWith(top) ? path.substring(top.length()) : path);
      if (!goesOn) return Optional.empty();
    }
    if (files.isEmpty() && !diagnostics.hasErrors())
      diagnostics.error(
          Place.of(WHOLE), "archive", "no rules in it. Zip the folder that holds vocabulary.yaml");
    tellLeftOut();
    return diagnostics.hasErrors() ? Optional.empty() : Optional.of(ReleaseFiles.of(files));
  }

  /** With the slashes of this world. */
  private static String path(ZipArchiveEntry file) {
    String path = file.getName().replace('\\', '/');
    return path.startsWith("./") ? path.substring(2) : path;
  }

  private static boolean isFolder(ZipArchiveEntry file) {
    return path(file).endsWith("/");
  }

  /** Whoever zips a folder instead of what is in it has its name before every path. */
  private static String top(List<ZipArchiveEntry> listed) {
    List<String> shown =
        listed.stream()
            .filter(each -> !isFolder(each))
            .map(ArchiveReader::path)
            .filter(path -> Stray.hidden(path).isEmpty())
            .toList();
    String vocabulary = "/" + ContentPath.VOCABULARY;
    List<String> tops =
        shown.stream()
            .filter(path -> path.endsWith(vocabulary))
            .map(path -> path.substring(0, path.length() - ContentPath.VOCABULARY.length()))
            .filter(top -> !ELSEWHERE.matcher(top).matches())
            .toList();
    boolean isOne =
        tops.size() == 1 && shown.stream().allMatch(path -> path.startsWith(tops.get(0)));
    return isOne ? tops.get(0) : "";
  }

  /** Whether to go on: what is damaged or swells is not looked into any further. */
  private boolean take(ZipArchiveEntry file, String path) {
    Place place = new Place(path, 1, 1);
    if (!contents.holds(file)) {
      String why = "the archive is damaged: it lists this file and does not hold it";
      diagnostics.error(place, "archive", why + ". Export it again");
      return false;
    }
    if (ELSEWHERE.matcher(path).matches() || CODE.matcher(path).matches())
      return refuse(place, "not-read", ContentPath.NO_CONTENT);
    if (isFolder(file)) return true;
    if (!ContentPath.isContent(path)) return leaveOut(path);
    if (file.isUnixSymlink())
      return refuse(place, "link", "links are not followed. Put the file itself here");
    return unpack(file, path, place);
  }

  /** Whether to look for more that is wrong. */
  private boolean refuse(Place place, String code, String why) {
    diagnostics.error(place, code, why);
    return ++refused < MOST_TOLD;
  }

  private boolean unpack(ZipArchiveEntry file, String path, Place place) {
    try {
      byte[] bytes = contents.read(file, TextGate.MOST_BYTES + 1);
      left -= bytes.length;
      if (left < 0 || files.size() >= ReleaseArchive.MOST_FILES) {
        diagnostics.error(place, "archive", "up to this file " + ReleaseArchive.TOO_MUCH);
        return false;
      }
      if (bytes.length > TextGate.MOST_BYTES) return refuse(place, "too-large", TextGate.TOO_LARGE);
      if (files.put(path, bytes) != null)
        return refuse(place, "archive", "stands in the archive twice");
      return true;
    } catch (IOException broken) {
      diagnostics.error(place, "archive", String.valueOf(broken.getMessage()));
      return false;
    }
  }

  private boolean leaveOut(String path) {
    Optional<String> hidden = Stray.hidden(path);
    if (hidden.isPresent()) leftOut.add(hidden.get());
    else if (told < MOST_TOLD && Stray.tell(path, diagnostics)) told++;
    else leftOut.add(path);
    return true;
  }

  private void tellLeftOut() {
    leftOut.stream()
        .limit(MOST_TOLD)
        .forEach(
            path ->
                diagnostics.warning(
                    Place.of(path), "left-out", "left out: it is no part of the rules"));
    if (leftOut.size() > MOST_TOLD) {
      String more = "left out " + (leftOut.size() - MOST_TOLD) + " more files that are no rules";
      diagnostics.warning(Place.of(WHOLE), "left-out", more);
    }
  }
}
