import { describe, expect, it } from 'vitest'
import { hintsFor as hintsIn } from './known-words.ts'

const found = (text: string) => hintsIn(text).map((hint) => hint.found)
const say = (text: string) => hintsIn(text).map((hint) => hint.say)

describe('what a family will read is looked at once more', () => {
  it('plain and kind words are left in peace', () => {
    expect(hintsIn('Petra läser med Lisa på måndagar. Det går bra.')).toEqual([])
    expect(hintsIn('Lisa åker trots allt med, och lånar böcker hos latinläraren.')).toEqual([])
    expect(hintsIn('')).toEqual([])
  })

  it.each([
    ['Pappan uteblev från mötet.', 'uteblev', 'kom inte'],
    ['Mamman Vägrade prata.', 'Vägrade', 'vill inte'],
    ['Det finns bristande föräldraförmåga.', 'bristande föräldraförmåga', 'behöver mer av'],
  ])('%s puts blame, and gets another way to say it', (text, word, instead) => {
    expect(found(text)).toEqual([word])
    expect(say(text)[0]).toContain(instead)
  })

  it('short forms are spelled out, known or not, each once', () => {
    expect(hintsIn('BUP ringer. BUP och QX svarar.')).toEqual([
      { found: 'BUP', say: 'Skriv ut: barn- och ungdomspsykiatrin.' },
      { found: 'QX', say: 'Skriv ut vad det betyder.' },
    ])
  })

  it('the model’s own words are explained', () => {
    expect(hintsIn('Vi ses på ett samverkansmöte.')).toEqual([
      { found: 'samverkansmöte', say: expect.stringContaining('Ett möte') },
    ])
  })

  it.each([
    ['Lisas syster börjar skolan.', []],
    ['Det var brodern Kalle som kom.', ['brodern Kalle']],
    ['Sambon Kim läser.', ['Sambon Kim']],
    ['Numret är 20100101-1234 nu.', ['20100101-1234']],
    ['De bor på Storgatan 4 nu.', ['Storgatan 4']],
  ])('of others, and their numbers and addresses: %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each([
    ['Sambon Kim läser.', 'om någon annan'],
    ['Numret är 20100101-1234 nu.', 'ett personnummer'],
    ['De bor på Storgatan 4 nu.', 'en adress'],
    ['Vi ska samordningsplanera.', 'Finns det ett kortare?'],
  ])('why is said too: %s', (text, why) => {
    expect(say(text)).toEqual([expect.stringContaining(why)])
  })

  it('long words and heavy texts are pointed at', () => {
    expect(found('Vi ska samordningsplanera.')).toEqual(['samordningsplanera'])
    const heavy =
      'Verksamheterna genomför kontinuerliga uppföljningar avseende insatsernas måluppfyllelse enligt gällande rutiner och dokumenterar resultaten.'
    expect(found(heavy)).toContain('Hela texten')
    expect(say(heavy).at(-1)).toMatch(/läsbarhet \d+, lätt är under \d+/)
    expect(found('Dokumentation genomförs kontinuerligt.')).not.toContain('Hela texten')
  })
  it('a text is as heavy as its words and sentences, from twelve words on', () => {
    const words = (count: number) => Array.from({ length: count }, () => 'förändringar').join(' ')
    expect(found(`${words(11)}.`)).toEqual([])
    expect(found(`${words(12)}.`)).toEqual(['Hela texten'])
    expect(found(`${words(6)}  \n ${words(5)}.`)).toEqual([])
    expect(found(`Hon läser nu och hon är så glad för det i dag.`)).toEqual([])
  })
})
