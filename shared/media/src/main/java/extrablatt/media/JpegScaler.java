package extrablatt.media;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import extrablatt.domain.Bytes;
import extrablatt.domain.PublishingException;
import extrablatt.domain.media.MediaFacts.Picture;
import extrablatt.domain.media.PictureScaler;
import extrablatt.domain.media.RangedBytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import net.coobird.thumbnailator.Thumbnails;
import org.jspecify.annotations.Nullable;

/** Makes smaller versions of JPEG, PNG and WebP pictures, as JPEG. */
public final class JpegScaler implements PictureScaler {
  private static final long LARGEST_FILE = 50 << 20;
  private static final long MOST_PIXELS = 60_000_000;
  private static final float QUALITY = 0.85f;

  @Override
  public Scaling scale(RangedBytes file, Picture facts) {
    var refusal = refusal(file, facts);
    if (refusal != null) return new Scaling(List.of(), List.of(refusal));
    try {
      return new Scaling(scaled(file, facts), List.of());
    } catch (IOException | RuntimeException broken) {
      if (broken instanceof PublishingException busy) throw busy;
      // Decoders meet broken pictures with whatever exception comes first; none is ours.
      return none("it cannot be decoded");
    }
  }

  private static @Nullable String refusal(RangedBytes file, Picture facts) {
    if (facts.mediaType().equals("image/avif"))
      return "There are no smaller versions of the picture, since AVIF is not decoded here; send JPEG, PNG or WebP for them.";
    if (file.size() > LARGEST_FILE)
      return "There are no smaller versions of the picture, since it has more than %d bytes."
          .formatted(LARGEST_FILE);
    if ((long) facts.width() * facts.height() > MOST_PIXELS)
      return "There are no smaller versions of the picture, since it has more than %d pixels."
          .formatted(MOST_PIXELS);
    return null;
  }

  private static Scaling none(String why) {
    return new Scaling(
        List.of(),
        List.of("There are no smaller versions of the picture, since %s.".formatted(why)));
  }

  private static List<Scaled> scaled(RangedBytes file, Picture facts) throws IOException {
    var bytes = file.read(0, (int) file.size());
    var orientation = orientation(file, facts);
    var picture = upright(decoded(bytes, facts), orientation);
    var scaled = new ArrayList<Scaled>();
    for (int width : widths(facts.width())) scaled.add(scaled(picture, width, facts));
    return scaled;
  }

  private static int orientation(RangedBytes file, Picture facts) {
    return facts.mediaType().equals("image/jpeg") ? Jpeg.read(new Window(file)).orientation() : 1;
  }

  private static List<Integer> widths(int width) {
    var fitting = WIDTHS.stream().filter(each -> each <= width).toList();
    return fitting.isEmpty() ? List.of(width) : fitting;
  }

  private static BufferedImage decoded(Bytes bytes, Picture facts) throws IOException {
    var reader = reader(facts.mediaType());
    try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes.array()))) {
      reader.setInput(input, true, true);
      if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS)
        throw new IOException("more pixels than its header says");
      var parameters = reader.getDefaultReadParam();
      int factor = Math.max(1, Math.max(facts.width(), facts.height()) / (3 * WIDTHS.getLast()));
      parameters.setSourceSubsampling(factor, factor, 0, 0);
      return reader.read(0, parameters);
    } finally {
      reader.dispose();
    }
  }

  /** Named one by one: in a function's single jar, nobody finds them by searching. */
  private static ImageReader reader(String mediaType) throws IOException {
    return switch (mediaType) {
      case "image/jpeg" -> registered(new JPEGImageReaderSpi()).createReaderInstance();
      case "image/webp" -> new WebPImageReaderSpi().createReaderInstance();
      default -> ImageIO.getImageReadersByFormatName("png").next();
    };
  }

  /** This one looks for the platform's own reader, which it builds on, when it is registered. */
  private static ImageReaderSpi registered(JPEGImageReaderSpi spi) {
    var registry = IIORegistry.getDefaultInstance();
    var known = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
    if (known != null) return known;
    registry.registerServiceProvider(spi);
    return spi;
  }

  private static BufferedImage upright(BufferedImage picture, int orientation) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    boolean turned = orientation >= 5;
    var upright =
        new BufferedImage(
            turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
    var graphics = upright.createGraphics();
    paint(graphics, picture, transform(orientation, width, height));
    return upright;
  }

  private static void paint(Graphics2D graphics, BufferedImage picture, AffineTransform turn) {
    try {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);
      graphics.drawImage(picture, turn, null);
    } finally {
      graphics.dispose();
    }
  }

  private static AffineTransform transform(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static Scaled scaled(BufferedImage picture, int width, Picture facts) throws IOException {
    int height = (int) Math.max(1, Math.round((double) facts.height() * width / facts.width()));
    var small = Thumbnails.of(picture).forceSize(width, height).asBufferedImage();
    return new Scaled(width, height, jpeg(small));
  }

  private static Bytes jpeg(BufferedImage picture) throws IOException {
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = ImageIO.createImageOutputStream(bytes)) {
      var parameters = new JPEGImageWriteParam(Locale.ROOT);
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.setOutput(output);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } finally {
      writer.dispose();
    }
    return Bytes.of(bytes.toByteArray());
  }
}
