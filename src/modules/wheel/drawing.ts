/** The most that one drawing takes: some six thousand points. */
export const mostOfDrawing = 50_000
const line = /^\d{1,3},\d{1,3}( \d{1,3},\d{1,3})+$/

/** Lines on a paper of 400 by 300, each as the pen went: "12,30 14,33;200,10 201,10". Nothing else gets into the picture. */
export const isDrawing = (text: string): boolean =>
  text.length <= mostOfDrawing && text.split(';').every((one) => line.test(one))
