import type { Line, PrintedDrawing } from '#modules/documents'
import { isDrawing, pickedFirst } from '#modules/wheel'
import type { SealedText } from '#shared/sealed.ts'
import { Drawing } from '#ui/drawing.tsx'
import { say } from '#ui/say.tsx'
import { isOfCode } from './codes.ts'

// A drawing lies among the texts of a part as the lines it was drawn with, also in what was given before now.

/** What is written as it was written; pictures that a child picked, and words for a code, in the reader's language. */
export function textOnPaper(text: SealedText): (Line | PrintedDrawing)[] {
  const words = text.reveal()
  if (isDrawing(words)) return [{ drawing: words }]
  if (isOfCode(words)) return [say(words)]
  const { picked, own } = pickedFirst(text)
  return [...picked, ...(own ? [{ written: own.reveal() }] : [])]
}

export const TextOfPart = ({ text }: { text: SealedText }) => {
  const words = text.reveal()
  return isDrawing(words) ? <Drawing lines={words} label="En teckning" /> : <p class="prewrap">{words}</p>
}
