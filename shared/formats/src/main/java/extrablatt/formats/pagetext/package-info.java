/**
 * Page text: what one gets by copying an article's page as plain text, told apart by shape alone.
 *
 * <p>The rules stand in one class each and run in the order of their precedence: {@link
 * extrablatt.formats.pagetext.Title} and the lead (1), {@link
 * extrablatt.formats.pagetext.LiveblogTeasers} and {@link extrablatt.formats.pagetext.SourcesLine}
 * (2), {@link extrablatt.formats.pagetext.VideoTeasers} (3), {@link
 * extrablatt.formats.pagetext.Quotes} (4), {@link extrablatt.formats.pagetext.TopicLine} (5),
 * {@link extrablatt.formats.pagetext.Subheadings} (6); what none of them knows is a paragraph (7).
 * A rule that cannot tell leaves the text alone, so no word is ever lost.
 */
@NullMarked
package extrablatt.formats.pagetext;

import org.jspecify.annotations.NullMarked;
