/** A sentence for the person who starts a program, who is helped by it and by no stack. */
export class PlainError extends Error {}
