import { at, leads, staff, standsIn } from './person.ts'
import type { DemoPerson } from './types.ts'

const health: readonly DemoPerson[] = [
  staff('Annika Söderlund', 42, [leads('mvc-vaxjo', 'barnmorska'), standsIn('mvc-ljungby', 'barnmorska')]),
  staff('Zahra Hosseini', 43, [leads('mvc-ljungby', 'barnmorska'), standsIn('mvc-vaxjo', 'barnmorska')]),
  staff('Mirjam Ståhl', 44, [
    leads('bvc-alvesta', 'BVC-sjuksköterska'),
    standsIn('bvc-vaxjo', 'BVC-sjuksköterska'),
  ]),
  staff('Helena Fransson', 45, [
    leads('bvc-vaxjo', 'BVC-sjuksköterska'),
    standsIn('bvc-alvesta', 'BVC-sjuksköterska'),
  ]),
  staff('Kristina Malm', 46, [
    leads('bvc-tingsryd', 'BVC-sjuksköterska'),
    standsIn('bvc-lessebo', 'BVC-sjuksköterska'),
    standsIn('bvc-uppvidinge', 'BVC-sjuksköterska'),
  ]),
  staff('Lovisa Rosén', 47, [
    leads('bvc-lessebo', 'BVC-sjuksköterska'),
    leads('bvc-uppvidinge', 'BVC-sjuksköterska'),
    standsIn('bvc-tingsryd', 'BVC-sjuksköterska'),
  ]),
  staff('Josefin Ahlqvist', 48, [
    leads('bvc-ljungby', 'BVC-sjuksköterska'),
    leads('bvc-markaryd', 'BVC-sjuksköterska'),
    standsIn('bvc-almhult', 'BVC-sjuksköterska'),
  ]),
  staff('Selma Begic', 49, [
    leads('bvc-almhult', 'BVC-sjuksköterska'),
    standsIn('bvc-ljungby', 'BVC-sjuksköterska'),
    standsIn('bvc-markaryd', 'BVC-sjuksköterska'),
  ]),
  staff('Fredrik Wallin', 50, [leads('bvc-tallbacken', 'BVC-sjuksköterska')]),
  staff('Pernilla Hult', 51, [standsIn('bvc-tallbacken', 'BVC-sjuksköterska')]),
  staff('Nadia Karimi', 52, [at('bup', 'psykolog')]),
  staff('Karolina Dahl', 53, [at('habiliteringen', 'logoped')]),
  staff('Tove Bergqvist', 54, [at('ungdomsmottagningen', 'kurator')]),
]

const socialServices: readonly DemoPerson[] = [
  staff('Ali Rahimi', 18, [at('familjestod-alvesta', 'familjebehandlare')]),
  staff('Ibrahim Sesay', 55, [at('familjestod-vaxjo', 'familjebehandlare')]),
  staff('Linnea Broberg', 56, [at('familjestod-ljungby', 'resursperson')]),
  staff('Viktoria Hedin', 57, [at('familjestod-almhult', 'familjebehandlare')]),
]

const police = [staff('Sara Blom', 58, [at('polisen-kronoberg', 'kommunpolis')])]

const civilSociety: readonly DemoPerson[] = [
  staff('Ingrid Falk', 24, [at('simskolan-gaddan', 'ledare')]),
  staff('Dennis Öberg', 59, [at('fotbollen-kottarna', 'tränare för pojkar 14 år')]),
  staff('Tomas Ekdahl', 60, [at('laxhjalpen-varje-unge', 'ledare för läxhjälpen')]),
  staff('Rosita Lilja', 61, [at('kurserna-glantan', 'kursledare')]),
]

export const otherStaff: readonly DemoPerson[] = [...health, ...socialServices, ...police, ...civilSociety]
