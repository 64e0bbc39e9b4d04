package extrablatt.domain.publishing;

/** How the public reads one revision: the whole document, and the summary that lists show. */
public record PublicForm(Rendering document, Rendering summary) {}
