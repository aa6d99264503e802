import type { DemoChild } from '../county/index.ts'
import type { Stage } from '../stage.ts'
import type { Act } from './act.ts'
import { agreed } from './agreed.ts'
import { born } from './born.ts'
import { consented } from './consented.ts'
import { decided } from './decided.ts'
import { familyTold } from './family-told.ts'
import { followedUp } from './followed-up.ts'
import { gathered } from './gathered.ts'
import { handedOver } from './handed-over.ts'
import { met } from './met.ts'
import { noticed } from './noticed.ts'
import { objected } from './objected.ts'
import { planned } from './planned.ts'
import { markedAsProtected } from './protected.ts'

const chapters = [
  noticed,
  familyTold,
  markedAsProtected,
  gathered,
  born,
  decided,
  consented,
  handedOver,
  met,
  planned,
  agreed,
  objected,
  followedUp,
] as const

/** One child's story, from the first day to today. */
export async function tell(stage: Stage, child: DemoChild) {
  const acts = chapters.flatMap((chapter): Act[] => chapter(stage, child))
  for (const { day, time, play } of acts.toSorted(byMoment)) {
    stage.on(day, time)
    await play()
  }
}

const byMoment = (one: Act, other: Act) => one.day - other.day || one.time.localeCompare(other.time)
