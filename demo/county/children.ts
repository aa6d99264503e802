import { alva } from './children/alva.ts'
import { amina } from './children/amina.ts'
import { elias } from './children/elias.ts'
import { elis } from './children/elis.ts'
import { hugo } from './children/hugo.ts'
import { leo } from './children/leo.ts'
import { lisa } from './children/lisa.ts'
import { mio } from './children/mio.ts'
import { noah } from './children/noah.ts'
import { signe } from './children/signe.ts'
import { stina } from './children/stina.ts'
import { tuva } from './children/tuva.ts'
import { tyra } from './children/tyra.ts'
import { unborn } from './children/unborn.ts'
import { wilma } from './children/wilma.ts'
import type { DemoChild } from './story.ts'

/** Thirteen children, one who is not yet born and one who is grown, in the order the start page shows them: Lisa first, then by step. */
export const children: readonly DemoChild[] = [
  lisa,
  noah,
  wilma,
  unborn,
  tyra,
  elias,
  alva,
  amina,
  leo,
  hugo,
  mio,
  elis,
  signe,
  stina,
  tuva,
]
