import { at, leads, staff, standsIn } from './person.ts'
import type { DemoPerson } from './types.ts'

/** In a small municipality the same two people often carry the school and what is outside school. */
const smallPlace = (
  place: string,
  school: string,
  [principal, principalPhone]: readonly [name: string, phone: number],
  [coordinator, coordinatorPhone]: readonly [name: string, phone: number],
) => [
  staff(principal, principalPhone, [
    leads(school, 'rektor'),
    standsIn(`mottagning-${place}`, 'ersättare', 'reception'),
    standsIn(`kaa-${place}`, 'ersättare'),
  ]),
  staff(coordinator, coordinatorPhone, [
    leads(`mottagning-${place}`, 'samordnare', 'reception'),
    leads(`kaa-${place}`, 'samordnare'),
    standsIn(school, 'ersättare för rektor'),
  ]),
]

const alvesta = [
  staff('Karin Wester', 5, [leads('furuskolan', 'rektor')]),
  staff('Marcus Ohlsson', 6, [
    standsIn('furuskolan', 'biträdande rektor'),
    standsIn('mottagning-alvesta', 'ersättare', 'reception'),
    standsIn('kaa-alvesta', 'ersättare'),
  ]),
  staff('Petra Ek', 7, [at('furuskolan', 'speciallärare')]),
  staff('Omar Haddad', 8, [at('furuskolan', 'fritidspedagog')]),
  staff('Hanna Vikström', 9, [at('furuskolan', 'lärare i tvåan')]),
  staff('Eva-Lena Strand', 10, [
    leads('mottagning-alvesta', 'samordnare', 'reception'),
    leads('kaa-alvesta', 'samordnare'),
  ]),
  staff('Sofia Lund', 12, [at('skolskoterska-alvesta', 'skolsköterska')]),
]

const vaxjo = [
  staff('Stefan Björk', 11, [
    leads('tornsvalans-skola', 'rektor'),
    standsIn('klockarskolan', 'ersättare för rektor'),
  ]),
  staff('Nilufar Rezai', 13, [
    leads('klockarskolan', 'rektor'),
    standsIn('tornsvalans-skola', 'ersättare för rektor'),
  ]),
  staff('Ellen Grahn', 14, [at('tornsvalans-skola', 'lärare i fritidshem')]),
  staff('Viktor Sundin', 15, [at('tornsvalans-skola', 'specialpedagog')]),
  staff('Björn Tapper', 16, [at('skolskoterska-vaxjo', 'skolsköterska')]),
  staff('Patrik Engdahl', 17, [
    leads('sjostigens-gymnasium', 'rektor'),
    standsIn('mottagning-vaxjo', 'ersättare', 'reception'),
    standsIn('kaa-vaxjo', 'ersättare'),
  ]),
  staff('Malin Edström', 19, [
    leads('mottagning-vaxjo', 'samordnare', 'reception'),
    leads('kaa-vaxjo', 'samordnare'),
    standsIn('sjostigens-gymnasium', 'ersättare för rektor'),
  ]),
  staff('Susanne Ivarsson', 20, [leads('nordlyktans-friskola', 'rektor')]),
  staff('David Kassem', 21, [standsIn('nordlyktans-friskola', 'biträdande rektor och mentor')]),
]

const ljungby = [
  staff('Monika Petrovic', 22, [
    leads('lillaskolan', 'rektor'),
    standsIn('stenbrons-gymnasium', 'ersättare för rektor'),
  ]),
  staff('Jamal Osman', 23, [at('lillaskolan', 'lärare i fritidshem')]),
  staff('Cecilia Noreen', 25, [
    leads('stenbrons-gymnasium', 'rektor'),
    standsIn('mottagning-ljungby', 'ersättare', 'reception'),
    standsIn('kaa-ljungby', 'ersättare'),
  ]),
  staff('Ulf Hermansson', 26, [
    leads('mottagning-ljungby', 'samordnare', 'reception'),
    leads('kaa-ljungby', 'samordnare'),
    standsIn('lillaskolan', 'ersättare för rektor'),
  ]),
]

export const schoolStaff: readonly DemoPerson[] = [
  ...alvesta,
  ...vaxjo,
  ...ljungby,
  ...smallPlace('tingsryd', 'abborrskolan', ['Roger Alm', 27], ['Yvonne Kjell', 28]),
  staff('Sandra Wik', 29, [at('forskolan-trollslandan', 'förskollärare')]),
  ...smallPlace('almhult', 'blabarsskolan', ['Christoffer Lantz', 32], ['Dragana Ilic', 33]),
  staff('Amanda Roos', 34, [
    at('skolskoterska-almhult', 'skolsköterska'),
    at('skolskoterska-markaryd', 'skolsköterska'),
  ]),
  ...smallPlace('lessebo', 'glasangsskolan', ['Mattias Franzén', 35], ['Pia Sköld', 36]),
  staff('Nora Blad', 37, [at('glasangsskolan', 'kurator')], { protection: 'sekretessmarkering' }),
  ...smallPlace('markaryd', 'granviksskolan', ['Anders Tingvall', 38], ['Ann-Sofie Kron', 39]),
  ...smallPlace('uppvidinge', 'lingonskolan', ['Gun-Britt Holm', 40], ['Jesper Nyman', 41]),
]
