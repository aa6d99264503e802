import type { DemoChild } from '../county/index.ts'
import type { Stage } from '../stage.ts'
import { noticed } from './noticed.ts'

/** Something that somebody in the story does on a day. */
export type Act = { day: number; play: () => Promise<void> }

/** One child's story, from the first day to today. */
export async function tell(stage: Stage, child: DemoChild) {
  const acts: Act[] = [...noticed(stage, child)]
  for (const { play } of acts.toSorted((one, other) => one.day - other.day)) await play()
}
