// The one script of the site. Every page works without it; each behaviour is switched on by an attribute in the markup.
import { closeDisclosures } from "./disclosure.js";
import { focusWhatMatters } from "./focus.js";
import { submitOnce } from "./once.js";
import { saveAsTyped } from "./autosave.js";
import { pollFragments } from "./poll.js";
import { choosePlaces } from "./marks.js";

submitOnce(document);
focusWhatMatters(document);
closeDisclosures(document);
saveAsTyped(document);
pollFragments(document);
choosePlaces(document);
