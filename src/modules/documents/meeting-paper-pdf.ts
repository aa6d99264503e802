import { renderSVG } from 'uqr'
import { meetingPaperTemplate } from './meeting-paper.typ.ts'
import type { PrintedSlip } from './slips-pdf.ts'
import { pdfOf } from './typst.ts'

/** A code to one meeting, on one page, and the slip to answer afterwards. */
export type PrintedMeetingPaper = {
  title: string
  lead: string
  /** What the square says to a camera. */
  scan: string
  scanAlt: string
  ways: readonly string[]
  code: string
  sections: readonly { title: string; lines: readonly string[] }[]
  /** When the slip is for. */
  after: string
  slip: PrintedSlip
  footer: string
}

/** The paper as a tagged PDF. The square is drawn with its quiet edge, and can be read when a part of it is worn. */
export const meetingPaperPdf = ({ scan, ...paper }: PrintedMeetingPaper, at: Date): Uint8Array<ArrayBuffer> =>
  pdfOf(
    meetingPaperTemplate,
    {
      ...paper,
      square: renderSVG(scan, { ecc: 'Q', border: 4 }),
      watermark: '',
    },
    at,
  )
