import { invitationTemplate } from './invitation.typ.ts'
import type { PrintedSlip } from './slips-pdf.ts'
import { pdfOf } from './typst.ts'

type Line = { main: string; more: string | undefined }

/** The call to a meeting for one who is invited: what it is, how to answer with a pen, and what is asked afterwards. */
export type PrintedInvitation = {
  title: string
  lead: string
  next: { label: string; value: string; lines: readonly string[] }
  sections: readonly { title: string; texts: readonly string[]; lines: readonly Line[] }[]
  reply: {
    title: string
    /** Who answers, and which meeting. */
    from: string
    lead: string
    asked: readonly { question: string; answers: readonly string[] }[]
    /** What is answered in one's own words, and on how many lines. */
    written: readonly { question: string; lines: number }[]
  }
  after: string
  slip: PrintedSlip
  footer: string
}

/** The call as a tagged PDF: what to read, what to give back, and the slip, each on a page of its own. */
export const invitationPdf = ({ sections, ...paper }: PrintedInvitation, at: Date): Uint8Array<ArrayBuffer> =>
  pdfOf(
    invitationTemplate,
    {
      ...paper,
      // Typst has no undefined: what is missing is null.
      sections: sections.map(({ lines, ...section }) => ({
        ...section,
        lines: lines.map(({ main, more }) => ({ main, more: more ?? null })),
      })),
      watermark: '',
    },
    at,
  )
