package extrablatt.domain.videos;

import extrablatt.domain.publishing.Publication;

/** A teaser as the newsroom sees it: its editorial state and its head revision. */
public record TeaserView(Publication publication, TeaserContent content) {}
