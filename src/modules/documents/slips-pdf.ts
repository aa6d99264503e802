import { slipsTemplate } from './slips.typ.ts'
import { pdfOf } from './typst.ts'

/** The questions after a meeting or a follow-up, to answer with a pen and without a name. */
export type PrintedSlip = {
  title: string
  /** Who answers: a child, or a guardian. */
  whose: string
  lead: string
  questions: readonly string[]
  answers: readonly string[]
  /** Where it goes, and what becomes of it. */
  leave: string
}

export type PrintedSlips = { title: string; slips: readonly PrintedSlip[]; footer: string }

/** The slips as a tagged PDF, to cut apart. */
export const slipsPdf = (slips: PrintedSlips, at: Date): Uint8Array<ArrayBuffer> =>
  pdfOf(slipsTemplate, { ...slips, watermark: '' }, at)
