import { z } from 'zod'
import { sealedText } from '#shared/sealed.ts'
import type { Place } from '#shared/vault.ts'
import { supports, ways } from './meeting.ts'
import { outcomes } from './note.ts'

// What lies sealed about a meeting, and where.

const text = sealedText.optional()

export const bodies = {
  place: z.object({ place: sealedText }),
  purpose: z.object({ words: sealedText, support: z.array(z.enum(supports)), supportMore: text }),
  wishes: z.object({ wants: text, doesNotWant: text }),
  childsWishes: z.object({
    way: z.enum(ways).optional(),
    avoid: text,
    wants: text,
    doesNotWant: text,
    support: text,
  }),
  invitation: z.object({ prepare: text }),
  words: z.object({ text: sealedText }),
  afterwards: z.object({ text }),
  note: z.object({
    toChild: text,
    childsWords: text,
    working: text,
    challenging: text,
    canDo: text,
    actions: z.array(z.object({ what: sealedText, who: z.string().optional(), when: text })),
    followUpOn: z.string().optional(),
    tells: z.object({ who: z.string(), on: z.string() }).optional(),
    outcome: z.enum(outcomes).optional(),
    reason: text,
  }),
} as const

export const places = {
  text: (meetingId: string, kind: string, version: number): Place => ({
    table: 'meeting_text',
    column: 'body',
    row: `${meetingId} ${kind}`,
    version,
  }),
  // The name it was first sealed under, in the party's own row.
  invitation: (partyId: string): Place => ({
    table: 'meeting_party',
    column: 'body',
    row: partyId,
    version: 1,
  }),
  words: (id: string): Place => ({ table: 'meeting_words', column: 'body', row: id, version: 1 }),
  note: (meetingId: string, version: number): Place => ({
    table: 'meeting_note',
    column: 'body',
    row: meetingId,
    version,
  }),
} as const
