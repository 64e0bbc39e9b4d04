package extrablatt.local.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A queue like SQS's standard queues: a message is given out at least once and comes back unless it
 * is deleted within its visibility timeout.
 */
public final class LocalQueue {
  private static final int LARGEST_BATCH = 10;
  private static final Duration FOR_EVER = Duration.ofDays(1);

  private final QueueSettings settings;
  private final QueueFolder folder;
  private final @Nullable LocalQueue deadLetterQueue;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final TreeMap<Long, StoredMessage> messages = new TreeMap<>();
  private long lastPlace;

  LocalQueue(
      QueueSettings settings,
      QueueFolder folder,
      @Nullable LocalQueue deadLetterQueue,
      Clock clock) {
    this.settings = settings;
    this.folder = folder;
    this.deadLetterQueue = deadLetterQueue;
    this.clock = clock;
    folder.readAll().forEach(message -> messages.put(message.place, message));
    this.lastPlace = messages.isEmpty() ? 0 : messages.lastKey();
  }

  /** How many messages can be received now, and how many somebody holds. */
  public record Counts(int visible, int inFlight) {}

  public QueueSettings settings() {
    return settings;
  }

  /**
   * Returns when the message is on the disk.
   *
   * @return its id
   */
  public String send(String body) {
    var message = new StoredMessage(newId(), body, clock.instant(), nextPlace(), 0);
    add(message);
    return message.id;
  }

  /** Up to ten visible messages, for as long as the queue's own timeout. */
  public List<Message> receive(int most) {
    lock.lock();
    try {
      return take(most, settings.visibilityTimeout());
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the first message, but no longer than told; up to ten at once. */
  public List<Message> receive(int most, Duration visibilityTimeout, Duration wait)
      throws InterruptedException {
    var until = System.nanoTime() + wait.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        var taken = take(most, visibilityTimeout);
        var left = until - System.nanoTime();
        if (!taken.isEmpty() || left <= 0) {
          return taken;
        }
        changed.await(Math.min(left, untilNextIsVisible().toNanos()), TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * @return false if another receiver has it by now, or it is gone
   */
  public boolean delete(String receiptHandle) {
    lock.lock();
    try {
      var message = held(receiptHandle);
      if (message == null) {
        return false;
      }
      messages.remove(message.place);
      folder.remove(message);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Makes a message visible after that time, counted from now.
   *
   * @return false if another receiver has it by now, or it is gone
   */
  public boolean changeVisibility(String receiptHandle, Duration timeout) {
    lock.lock();
    try {
      var message = held(receiptHandle);
      if (message == null) {
        return false;
      }
      message.visibleAt = clock.instant().plus(timeout);
      changed.signalAll();
      return true;
    } finally {
      lock.unlock();
    }
  }

  public Counts counts() {
    lock.lock();
    try {
      var now = clock.instant();
      var visible = messages.values().stream().filter(message -> isVisible(message, now)).count();
      return new Counts((int) visible, messages.size() - (int) visible);
    } finally {
      lock.unlock();
    }
  }

  private List<Message> take(int most, Duration visibilityTimeout) {
    var now = clock.instant();
    var taken = new ArrayList<Message>();
    for (var message : List.copyOf(messages.values())) {
      if (taken.size() == Math.min(most, LARGEST_BATCH)) {
        break;
      }
      if (isVisible(message, now)) {
        if (deadLetterQueue != null && message.receiveCount >= settings.maxReceiveCount()) {
          redrive(message, deadLetterQueue);
        } else {
          taken.add(giveOut(message, now, visibilityTimeout));
        }
      }
    }
    return taken;
  }

  private Message giveOut(StoredMessage message, Instant now, Duration visibilityTimeout) {
    message.receiveCount++;
    folder.countedUp(message);
    var firstReceivedAt = message.firstReceivedAt == null ? now : message.firstReceivedAt;
    var receiptHandle = newId();
    message.firstReceivedAt = firstReceivedAt;
    message.receiptHandle = receiptHandle;
    message.visibleAt = now.plus(visibilityTimeout);
    return new Message(
        message.id,
        receiptHandle,
        message.body,
        message.receiveCount,
        message.sentAt,
        firstReceivedAt);
  }

  /** There first, then no more here: a crash between shows the message in both. */
  private void redrive(StoredMessage message, LocalQueue target) {
    target.add(new StoredMessage(message.id, message.body, message.sentAt, target.nextPlace(), 0));
    messages.remove(message.place);
    folder.remove(message);
  }

  private void add(StoredMessage message) {
    folder.add(message);
    lock.lock();
    try {
      messages.put(message.place, message);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private long nextPlace() {
    lock.lock();
    try {
      return ++lastPlace;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable StoredMessage held(String receiptHandle) {
    return messages.values().stream()
        .filter(message -> receiptHandle.equals(message.receiptHandle))
        .findFirst()
        .orElse(null);
  }

  private Duration untilNextIsVisible() {
    var now = clock.instant();
    return messages.values().stream()
        .map(message -> Duration.between(now, message.visibleAt))
        .min(Duration::compareTo)
        .map(next -> next.isPositive() ? next : Duration.ofMillis(1))
        .orElse(FOR_EVER);
  }

  private static boolean isVisible(StoredMessage message, Instant now) {
    return !message.visibleAt.isAfter(now);
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
