package extrablatt.storage;

import extrablatt.domain.Fault;
import extrablatt.domain.Place;
import extrablatt.domain.ingest.Outcome;
import extrablatt.domain.ingest.Receipt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as a row: {@code RECEIPT#id}, and a whole copy in every list, {@code RECEIPTS#…},
 * {@code receivedAt#id}.
 */
final class ReceiptItem {
  /**
   * The most characters of faults, and of warnings, in a receipt: it is written five times in one
   * transaction. The problem document of a rejected object holds all of them.
   */
  private static final int MOST_CHARACTERS = 40_000;

  private static final String ID = "id";
  private static final String VERSION = "version";
  private static final String OBJECT_KEY = "objectKey";
  private static final String OBJECT_VERSION = "objectVersion";
  private static final String SEQUENCER = "sequencer";
  private static final String OUTCOME = "outcome";
  private static final String FORMAT = "format";
  private static final String PROVIDER = "provider";
  private static final String GUID = "guid";
  private static final String REVISION = "revision";
  private static final String RECEIVED_AT = "receivedAt";
  private static final String ATTEMPTS = "attempts";
  private static final String PROBLEM = "problem";
  private static final String WARNINGS = "warnings";

  private static final String DOCUMENTS = "documents";
  private static final String CONTAINER = "container";

  private static final String TYPE = "type";
  private static final String DETAIL = "detail";
  private static final String FAULTS = "faults";
  private static final String POINTER = "pointer";
  private static final String LINE = "line";
  private static final String COLUMN = "column";

  private ReceiptItem() {}

  static ItemWriter write(Receipt receipt) {
    var item = ProductItem.write(ItemWriter.at(Keys.receipt(receipt.id())), receipt.product());
    return item.text(ID, receipt.id())
        .number(VERSION, receipt.version())
        .text(OBJECT_KEY, receipt.key())
        .text(OBJECT_VERSION, receipt.objectVersion())
        .text(SEQUENCER, receipt.sequencer())
        .text(OUTCOME, receipt.outcome().name())
        .text(FORMAT, receipt.format())
        .text(PROVIDER, receipt.provider())
        .text(GUID, receipt.guid())
        .number(REVISION, receipt.revision())
        .text(RECEIVED_AT, receipt.receivedAt())
        .number(ATTEMPTS, receipt.attempts())
        .map(PROBLEM, write(receipt.problem()))
        .texts(WARNINGS, shortened(receipt.warnings()))
        .text(CONTAINER, receipt.container())
        .maps(DOCUMENTS, lines(receipt.documents()));
  }

  /** Of the faults of all documents together as much is kept as of one document's. */
  private static List<ItemWriter> lines(List<Receipt.Line> documents) {
    var lines = new ArrayList<ItemWriter>();
    int left = MOST_CHARACTERS;
    for (var document : documents) {
      var faults = shortenedFaults(document.faults(), left);
      for (var fault : faults) left -= fault.toString().length();
      lines.add(
          ProductItem.write(ItemWriter.inside(), document.product())
              .text(ID, document.id())
              .text(GUID, document.guid())
              .text(OUTCOME, document.outcome().name())
              .number(REVISION, document.revision())
              .maps(FAULTS, faults.stream().map(ReceiptItem::write).toList()));
    }
    return lines;
  }

  private static Receipt.Line readLine(ItemReader map) {
    var revision = map.numberOrNull(REVISION);
    return new Receipt.Line(
        map.text(ID),
        map.textOrNull(GUID),
        Outcome.valueOf(map.text(OUTCOME)),
        ProductItem.read(map),
        revision == null ? null : Integer.valueOf(revision.intValue()),
        map.maps(FAULTS, ReceiptItem::readFault));
  }

  static Receipt read(ItemReader item) {
    var revision = item.numberOrNull(REVISION);
    return new Receipt(
        item.text(ID),
        item.number(VERSION),
        item.text(OBJECT_KEY),
        item.text(OBJECT_VERSION),
        item.text(SEQUENCER),
        Outcome.valueOf(item.text(OUTCOME)),
        item.textOrNull(FORMAT),
        item.textOrNull(PROVIDER),
        item.textOrNull(GUID),
        ProductItem.read(item),
        revision == null ? null : Integer.valueOf(revision.intValue()),
        item.time(RECEIVED_AT),
        item.smallNumber(ATTEMPTS),
        item.mapOrNull(PROBLEM, ReceiptItem::readProblem),
        item.texts(WARNINGS, warning -> warning),
        item.maps(DOCUMENTS, ReceiptItem::readLine),
        item.textOrNull(CONTAINER));
  }

  private static @Nullable ItemWriter write(Receipt.@Nullable Problem problem) {
    if (problem == null) return null;
    return ItemWriter.inside()
        .text(TYPE, problem.type())
        .text(DETAIL, problem.detail())
        .maps(
            FAULTS,
            shortenedFaults(problem.faults(), MOST_CHARACTERS).stream()
                .map(ReceiptItem::write)
                .toList());
  }

  private static Receipt.Problem readProblem(ItemReader map) {
    return new Receipt.Problem(
        map.text(TYPE), map.text(DETAIL), map.maps(FAULTS, ReceiptItem::readFault));
  }

  private static ItemWriter write(Fault fault) {
    var map = ItemWriter.inside().text(DETAIL, fault.detail());
    return switch (fault.place()) {
      case Place.Pointer(var pointer) -> map.text(POINTER, pointer);
      case Place.LineColumn(var line, var column) -> map.number(LINE, line).number(COLUMN, column);
    };
  }

  private static Fault readFault(ItemReader map) {
    var pointer = map.textOrNull(POINTER);
    return pointer == null
        ? Fault.at(map.smallNumber(LINE), map.smallNumber(COLUMN), map.text(DETAIL))
        : Fault.at(pointer, map.text(DETAIL));
  }

  private static List<String> shortened(List<String> texts) {
    var kept = new ArrayList<String>();
    int characters = 0;
    for (var text : texts) {
      characters += text.length() + 10;
      if (characters > MOST_CHARACTERS) {
        kept.add("and " + (texts.size() - kept.size()) + " more");
        return kept;
      }
      kept.add(text);
    }
    return kept;
  }

  private static List<Fault> shortenedFaults(List<Fault> faults, int most) {
    var kept = new ArrayList<Fault>();
    int characters = 0;
    for (var fault : faults) {
      characters += fault.toString().length();
      if (characters > most) {
        kept.add(
            new Fault(
                fault.place(), "and " + (faults.size() - kept.size()) + " more from here on"));
        return kept;
      }
      kept.add(fault);
    }
    return kept;
  }
}
