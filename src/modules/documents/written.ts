/** What somebody has written, names too: on a paper in another language it is read aloud as what it is. */
export type Written = { written: string }

/** A line on paper: said by the paper itself, written by somebody, or one after the other. */
export type Line = string | Written | readonly (string | Written)[]
