import { say } from '#ui/say.tsx'
import { planTemplate } from './plan.typ.ts'
import { pdfOf } from './typst.ts'
import type { Line, Written } from './written.ts'

type Fact = { label: string; value: string | Written }
/** What somebody does not agree with, and the answer. */
type Beside = { title: string; texts: readonly Line[] }
export type PrintedAction = { what: string; facts: readonly Fact[]; beside: readonly Beside[] }
/** A goal with its actions; `words` is missing for the actions that belong to none. */
export type PrintedGoal = {
  words: string | undefined
  area: string | undefined
  better: string | undefined
  beside: readonly Beside[]
  actions: readonly PrintedAction[]
}

/** Everything that is printed, in words, as one reader may see it. */
export type PrintedPlan = {
  name: string
  lead: string
  next: { label: string; value: string }
  responsible: readonly Fact[]
  contacts: readonly { place: string; who: string; phone: string | undefined }[]
  notes: readonly { title: string; texts: readonly Line[] }[]
  /** Little enough to stay on page one. */
  compact: boolean
  goalsTitle: string
  goals: readonly PrintedGoal[]
  /** "Utskrift 23 november 2026 för Sara Holmgren. …" */
  footer: string
  /** Who took it out, where they work and when: "Maja Lindgren, rektor, Furuskolan, 24 november 2026 kl 12.00". */
  watermark: string
}

/** Barnets plan as a tagged PDF. Page one is who and when. */
export function planPdf(plan: PrintedPlan, at: Date): Uint8Array<ArrayBuffer> {
  return pdfOf(
    planTemplate,
    {
      ...plan,
      title: say('Barnets plan'),
      kicker: say('Barnets plan'),
      responsibleTitle: say('Vem som ansvarar'),
      contactsTitle: say('En kontakt på varje ställe'),
      areaWord: say('Område'),
      betterWord: say('Så märker vi att det blir bättre'),
      // Typst has no undefined: what is missing is null.
      contacts: plan.contacts.map((contact) => ({ ...contact, phone: contact.phone ?? null })),
      goals: plan.goals.map((goal) => ({
        ...goal,
        words: goal.words ?? null,
        area: goal.area ?? null,
        better: goal.better ?? null,
      })),
    },
    at,
  )
}
