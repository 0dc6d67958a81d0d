// Thrown where help is asked for in place of flags: it is printed, exit 0.
export class HelpRequest extends Error {
  override readonly name = "HelpRequest";
}
