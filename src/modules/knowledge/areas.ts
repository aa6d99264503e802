import { areaNames as names } from '#ui/area.tsx'
import { message } from '#ui/message.ts'
import { officialNames, proposal } from './content.ts'
import { wheel1 } from './wheel-1.ts'

/** In the order of the wheel. The names are the model's own; everything else here is a proposal. */
export const wheelAreas = [
  'safety',
  'health',
  'development',
  'learning',
  'care',
  'home',
  'relationships',
] as const

export type WheelArea = (typeof wheelAreas)[number]
export type QuestionVoice = 'child' | 'guardian' | 'important_adult' | 'professional'

export type Question = {
  /** Opens the talk. */
  opening: string
  working: string
  challenging: string
}

export type AreaText = {
  meaning: string
  adult: Question
  child: Question
  /** Articles of the Convention on the Rights of the Child. */
  articles: readonly number[]
}

export type WheelText = Readonly<Record<WheelArea, AreaText>>

/** An answer keeps the version of its question, so that old wordings are never taken away. */
const versions: Readonly<Record<string, WheelText>> = { 'hjulet-1': wheel1 }

export const wheelText = { ...proposal('hjulet-1', '2026-11-22'), areas: wheel1 }

export const areaNames = {
  ...officialNames('SKR 2023-10-09'),
  names: names satisfies Readonly<Record<WheelArea, string>>,
}

/** The question as it was worded in that version; undefined for a version that never was. */
export function questionText(area: WheelArea, voice: QuestionVoice, version: string): Question | undefined {
  const text = versions[version]?.[area]
  return voice === 'child' ? text?.child : text?.adult
}

/** What one asks about every area, last: what the child wants us to know. */
export const lastQuestion = {
  ...proposal('hjulet-1', '2026-11-22'),
  adult: 'Vad säger barnet själv?',
  child: message('Vad vill du att vi ska veta?'),
  articles: [2, 3, 6, 12],
} as const
