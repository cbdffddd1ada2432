/** The people of the sample product, told as stories and sent over the calls apps use. */
@NullMarked
package dev.attune.api.demo;

import org.jspecify.annotations.NullMarked;
