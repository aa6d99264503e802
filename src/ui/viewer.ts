/** The person who looks at the page, as the frame and the forms need to know them. */
export type Viewer = {
  name: string
  /** In what capacity, in a few words: "rektor, Furuskolan". */
  acting?: string | undefined
  /** Goes out with every form and is checked when it comes back; never trusted as a choice. */
  engagement?: string | undefined
  csrf?: string | undefined
  /** Where to change acting unit; left out when there is nothing to change to. */
  switchHref?: string | undefined
  /** When the session runs out, as an ISO moment; the page warns in time. */
  sessionEnds?: string | undefined
  /** Where to ask for more time: GET, answers `{ sessionEnds }` to a script and a page to others. */
  extendHref?: string | undefined
  /** The child itself, until it is grown up, on a page about itself or about nobody. */
  isChild?: boolean
  /** A child whom an adult has handed the device. */
  isHanded?: boolean
}
