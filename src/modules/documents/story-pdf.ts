import { say } from '#ui/say.tsx'
import { drawingSvg, type PrintedDrawing } from './drawing.ts'
import { storyTemplate } from './story.typ.ts'
import { pdfOf } from './typst.ts'
import type { Line } from './written.ts'

/** A grown-up child's own story, year by year, in sentences. */
export type PrintedStory = {
  name: string
  lead: string
  years: readonly {
    year: string
    days: readonly {
      when: string
      chapters: readonly {
        sentence: string
        quotes: readonly { lead: string | undefined; lines: readonly Line[] }[]
        drawing: PrintedDrawing | undefined
      }[]
    }[]
  }[]
  notHere: readonly string[]
  footer: string
  watermark: string
}

/** The story as a tagged PDF. */
export function storyPdf(story: PrintedStory, at: Date): Uint8Array<ArrayBuffer> {
  return pdfOf(
    storyTemplate,
    {
      ...story,
      title: say('Min berättelse'),
      drawingWord: say('En teckning'),
      notHereTitle: say('Det som inte står här'),
      years: story.years.map(({ year, days }) => ({
        year,
        days: days.map(({ when, chapters }) => ({
          when,
          chapters: chapters.map(({ sentence, quotes, drawing }) => ({
            sentence,
            // Typst has no undefined: what is missing is null.
            quotes: quotes.map(({ lead, lines }) => ({ lead: lead ?? null, lines })),
            svg: drawing ? drawingSvg(drawing) : null,
          })),
        })),
      })),
    },
    at,
  )
}
