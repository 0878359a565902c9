// What the parts of the page of places say alike.
import { counted, grouped } from "./make.js";

export function examples(count) {
  return counted(count, "example");
}

/** Put a number where a heading or a line has one. */
export function tell(heading, count) {
  heading.querySelector(".ec-count").textContent = grouped(count);
}
