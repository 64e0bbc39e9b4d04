package extrablatt.domain.articles;

import extrablatt.domain.DocumentId;
import extrablatt.domain.PublishingException.Conflict;
import extrablatt.domain.Slug;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds slugs that no other document of a kind has. */
public final class FreeSlugs {
  private final String noun;
  private final Function<Slug, Optional<? extends DocumentId>> owner;

  /** Slugs of a kind of document, which {@code noun} names, by whom each belongs to. */
  public FreeSlugs(String noun, Function<Slug, Optional<? extends DocumentId>> owner) {
    this.noun = noun;
    this.owner = owner;
  }

  /** The first free slug made of a headline. */
  public Slug madeOf(String headline, DocumentId id) {
    var wanted = Slugs.of(headline, id);
    return isFree(wanted, id) ? wanted : numbered(wanted, id);
  }

  /**
   * The wanted slug with the lowest number that is free. Numbers are given in order and for ever,
   * so that the search can double its steps and halve them again: a thousand articles with one
   * headline cost twenty look-ups, not a thousand.
   */
  private Slug numbered(Slug wanted, DocumentId id) {
    int taken = 1;
    int free = 2;
    while (!isFree(Slugs.numbered(wanted, free), id)) {
      taken = free;
      free *= 2;
    }
    while (free - taken > 1) {
      int middle = (taken + free) / 2;
      if (isFree(Slugs.numbered(wanted, middle), id)) free = middle;
      else taken = middle;
    }
    return Slugs.numbered(wanted, free);
  }

  /** Whether a document may have a slug; without an id a new one. */
  public boolean isFree(Slug slug, @Nullable DocumentId id) {
    if (Slugs.isReserved(slug)) return false;
    var present = owner.apply(slug);
    return present.isEmpty() || present.get().equals(id);
  }

  /**
   * Looks whether a document may have a slug.
   *
   * @throws Conflict if it belongs to another one, or to none
   */
  public void requireFree(Slug slug, @Nullable DocumentId id) {
    if (!isFree(slug, id)) throw taken(slug);
  }

  /** That a slug belongs to another document. */
  public Conflict taken(Slug slug) {
    return new Conflict("The slug " + slug + " is taken by another " + noun + ".");
  }
}
