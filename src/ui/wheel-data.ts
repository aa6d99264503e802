import type { Child } from 'hono/jsx'
import type { Area } from './area.tsx'
import type { Kind, VoiceShape } from './voices.tsx'

/** Somebody whose words are in the wheel: the child first, then at most five more. */
export type Voice = { id: string; label: string; shape: VoiceShape }

/** `more`: how the words were obtained, or when; small under the words. */
export type Statement = { voiceId: string; kind: Kind; text: Child; more?: Child }

/** What is neither the one nor the other: a drawing, or "Vet inte". */
export type Besides = Omit<Statement, 'kind'>

export type AreaVoices = { area: Area; statements: readonly Statement[]; besides?: readonly Besides[] }

/** Areas that are left out were not asked about; an area with no statements was asked and is empty. */
export type WheelData = {
  childName: string
  ageText?: string
  voices: readonly Voice[]
  areas: readonly AreaVoices[]
  /** The reader sees only a part: then nothing is said of what is not there. */
  partial?: boolean
}
