package extrablatt.storage;

import extrablatt.domain.Bytes;
import extrablatt.domain.publishing.Condition;
import extrablatt.domain.publishing.Piece;
import extrablatt.domain.publishing.Rendering;
import extrablatt.domain.videos.Countries;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a rendering that is cut into pieces as one run of bytes: a version, the number of pieces,
 * then each piece's condition and bytes.
 */
final class RenderingCodec {
  private static final int VERSION = 1;

  private RenderingCodec() {}

  /** The document itself if it is the same for everybody, else what {@link #read} reads. */
  static Bytes plainOrCut(Rendering rendering) {
    return rendering.isConditional() ? write(rendering) : rendering.joined(Instant.EPOCH, null);
  }

  static Bytes write(Rendering rendering) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeInt(rendering.pieces().size());
      for (var piece : rendering.pieces()) write(piece, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Bytes.of(bytes.toByteArray());
  }

  static Rendering read(Bytes bytes) {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes.array()))) {
      int version = in.readByte();
      if (version != VERSION)
        throw new IllegalStateException("a rendering of an unknown version: " + version);
      var pieces = new ArrayList<Piece>();
      for (int left = in.readInt(); left > 0; left--) pieces.add(readPiece(in));
      return new Rendering(pieces);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }

  private static void write(Piece piece, DataOutputStream out) throws IOException {
    var condition = piece.condition();
    out.writeBoolean(condition != null);
    if (condition != null) {
      write(condition.from(), out);
      write(condition.until(), out);
      write(condition.countries().allow(), out);
      write(condition.countries().deny(), out);
    }
    out.writeInt(piece.bytes().length());
    out.write(piece.bytes().array());
  }

  private static Piece readPiece(DataInputStream in) throws IOException {
    var condition =
        in.readBoolean()
            ? new Condition(readTime(in), readTime(in), new Countries(readTexts(in), readTexts(in)))
            : null;
    var bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new Piece(Bytes.of(bytes), condition);
  }

  private static void write(@Nullable Instant time, DataOutputStream out) throws IOException {
    out.writeBoolean(time != null);
    if (time == null) return;
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  private static @Nullable Instant readTime(DataInputStream in) throws IOException {
    return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
  }

  private static void write(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (var text : texts) out.writeUTF(text);
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    var texts = new ArrayList<String>();
    for (int left = in.readInt(); left > 0; left--) texts.add(in.readUTF());
    return texts;
  }
}
