package extrablatt.domain.delivery;

import extrablatt.domain.Bytes;
import extrablatt.domain.Page;

/** The visible part of a list's page; it may be short, or empty, while there is a next one. */
public record Listing(Page<Bytes> page, boolean dependsOnCountry, Moment moment) {}
