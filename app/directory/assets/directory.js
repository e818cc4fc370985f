// Results while typing; without this script the form asks for them by its button.
import htmx from "htmx.org";

window.htmx = htmx;
