package extrablatt.e2e;

import com.nimbusds.jose.jwk.RSAKey;
import extrablatt.local.MemoryStack;
import extrablatt.local.UsedRights;
import extrablatt.local.functions.FunctionHost;
import extrablatt.local.template.Route;
import extrablatt.local.tokens.LocalKey;
import extrablatt.local.tokens.Tokens;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A running stack and the ways into it: as a reader, as a newsroom, and by the drop bucket. */
final class Stack implements AutoCloseable {
  static final Path TEMPLATE = Path.of("../template.yaml");
  static final String[] EVERY_SCOPE = {
    "articles:read",
    "articles:write",
    "articles:publish",
    "videos:read",
    "videos:write",
    "media:write",
    "ingest:read",
    "ingest:write",
    "liveblogs:read",
    "liveblogs:write"
  };

  private static final Duration TOKEN_LIFE = Duration.ofHours(1);

  private final MemoryStack stack;
  private final Path keys;
  private final Tokens tokens;
  private final DropBucket drops;

  private Stack(MemoryStack stack, Path keys) {
    this.stack = stack;
    this.keys = keys;
    tokens = new Tokens(LocalKey.in(keys), Clock.systemUTC());
    drops = new DropBucket(stack.endpoints().s3(), newsroom());
  }

  static Stack start() throws IOException {
    var keys = Files.createTempDirectory("extrablatt-keys");
    var stack = new Stack(MemoryStack.start(TEMPLATE, keys), keys);
    stack.warmUp();
    return stack;
  }

  /** A stack as the template makes it of these parameters. */
  static Stack start(Map<String, String> parameters) throws IOException {
    var keys = Files.createTempDirectory("extrablatt-keys");
    return new Stack(MemoryStack.start(TEMPLATE, keys, parameters), keys);
  }

  /** A stack in which nobody empties the queues. */
  static Stack startWithoutTriggers() throws IOException {
    var keys = Files.createTempDirectory("extrablatt-keys");
    return new Stack(MemoryStack.startWithoutTriggers(TEMPLATE, keys), keys);
  }

  /** What a JVM does for the first time takes seconds, and some tests look at single moments. */
  private void warmUp() {
    var receipt = drops.deliver("publish/probe/probe.json", Articles.titled("Probe").toString());
    reader().get("/articles/" + receipt.path("articleId").asText()).with(200);
    Articles.published(newsroom(), Articles.titled("Zweite Probe"));
    reader().get("/articles").with(200);
  }

  /** Where the key lies that signs its tokens. */
  Path data() {
    return keys;
  }

  /** A token that opens everything. */
  String token() {
    return tokens.mint(List.of(EVERY_SCOPE), TOKEN_LIFE);
  }

  /** Where the API answers. */
  URI api() {
    return stack.api();
  }

  /** What everybody may read. */
  Api reader() {
    return new Api(stack.api(), null);
  }

  /** A newsroom system that may do everything. */
  Api newsroom() {
    return newsroom(EVERY_SCOPE);
  }

  /** A newsroom system with these scopes alone. */
  Api newsroom(String... scopes) {
    return bearing(tokens.mint(List.of(scopes), TOKEN_LIFE));
  }

  /** A newsroom system of another name that may do everything. */
  Api newsroomOf(String client) {
    return bearing(tokens.mint(List.of(EVERY_SCOPE), TOKEN_LIFE, client, client));
  }

  /** Whoever bears that token. */
  Api bearing(String token) {
    return new Api(stack.api(), token);
  }

  DropBucket drops() {
    return drops;
  }

  /** What it is made of. */
  MemoryStack parts() {
    return stack;
  }

  List<Route> routes() {
    return stack.routes();
  }

  FunctionHost functions() {
    return stack.functions();
  }

  /** The issuer's private key, for tokens that an honest issuer would never make. */
  RSAKey key() throws IOException, ParseException {
    return RSAKey.parse(Files.readString(keys.resolve("jwt-key.json")));
  }

  @Override
  public void close() throws IOException {
    drops.close();
    stack.close();
    UsedRights.keep(stack.permissions());
    Files.deleteIfExists(keys.resolve("jwt-key.json"));
    Files.deleteIfExists(keys);
  }
}
