import { words } from '#modules/knowledge'
import { type Hint, hintsIn, type Word } from './hints.ts'

/** The model's own words, which families have not met before. */
export const modelWords: readonly Word[] = words
  .filter(({ official }) => official)
  .map(({ sv, meaning }) => ({ sv, meaning }))

export const hintsFor = (text: string): Hint[] => hintsIn(text, modelWords)
