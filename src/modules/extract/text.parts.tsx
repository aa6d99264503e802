import type { PrintedDrawing } from '#modules/documents'
import { isDrawing } from '#modules/wheel'
import type { SealedText } from '#shared/sealed.ts'
import { Drawing } from '#ui/drawing.tsx'

// A drawing lies among the texts of a part as the lines it was drawn with, also in what was given before now.

export const textOnPaper = (text: SealedText): string | PrintedDrawing => {
  const words = text.reveal()
  return isDrawing(words) ? { drawing: words } : words
}

export const TextOfPart = ({ text }: { text: SealedText }) => {
  const words = text.reveal()
  return isDrawing(words) ? <Drawing lines={words} label="En teckning" /> : <p class="prewrap">{words}</p>
}
