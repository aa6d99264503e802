import { message } from './message.ts'

/** A voice is known by its ring and by its shape, never by colour. */
export const shapes = {
  star: 'M0-18.5 5.4-6.6 18.4-5.1 8.8 3.7 11.4 16.5 0 10.1-11.4 16.5-8.8 3.7-18.4-5.1-5.4-6.6Z',
  circle: 'M-15 0a15 15 0 1 0 30 0 15 15 0 1 0-30 0Z',
  square: 'M-13.5-13.5h27v27h-27Z',
  triangle: 'M0-16 17 13.5h-34Z',
  diamond: 'M0-18 18 0 0 18-18 0Z',
  cross: 'M-6-16H6V-6H16V6H6V16H-6V6H-16V-6H-6Z',
} as const

export type VoiceShape = keyof typeof shapes

export type Kind = 'working' | 'challenging'

export const kindNames: Record<Kind, string> = {
  working: message('Det som fungerar'),
  challenging: message('Det som är utmanande'),
}

/** The voice's mark: filled for what works, open for what is challenging. */
export function VoiceMark({ shape, kind = 'working' }: { shape: VoiceShape; kind?: Kind }) {
  return (
    <svg class={`mark ${kind}`} viewBox="-20 -20 40 40" aria-hidden="true">
      <path class="m" d={shapes[shape]} />
    </svg>
  )
}
