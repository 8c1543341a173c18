/** What the program lays into the page, and what the page makes of it. Nothing of this file is in the page. */

export interface Case {
  number: string;
  agency: string | null;
  reviewer: string | null;
  as_of: string;
  banner: string;
  second_person: boolean;
  choices: Choice[];
  categories: { code: string; law: string }[];
  documents: Doc[];
  failed: { path: string; error: string }[];
}

export interface Choice {
  code: string;
  law: string;
  names: string;
  words: string;
  portion: string;
  lettered: { letter: string; words: string; portion: string }[];
}

export interface Doc {
  number: string;
  path: string;
  file: string;
  instead: string | null;
  banner: string;
  head: string;
  portions: Portion[];
  between: { before: number; text: string }[];
  review: Review;
  letter: string;
  labels: string[];
  proposals: Entry[];
  open: Question[];
  counted: number;
  findings: Finding[];
  has_timeline: boolean;
}

export interface Portion {
  target: string;
  kind: string;
  number: string | null;
  line: number;
  mark: string;
  counts_as: string;
  label: string;
  because: string;
  opens: string;
  text: string | null;
  out: Out;
  reasons: string[];
}

export type Out =
  | { verdict: "release"; mark: string; pieces: Piece[] }
  | { verdict: "withhold"; marker: string; joined: boolean };

export interface Piece {
  text: string;
  excised: boolean;
}

export interface Question {
  code: string;
  message: string;
  citation: string;
  place: string | null;
  detail: string | null;
  portions: number[];
  of_words: boolean;
  answer: Answer;
}

export type Ground = "letter" | "why_several" | "statute" | "description" | "harm" | "segregability";
export type Answer = "" | "exemption" | "reviewer" | Ground;

export interface Finding {
  code: string;
  severity: string;
  line: number;
  portion: number | null;
  message: string;
  citation: string;
}

export interface Review {
  version: number;
  source: string;
  document?: Whole;
  decision?: Entry[];
}

/** Why something is withheld. */
export interface Grounds {
  letter?: string;
  why_several?: string;
  statute?: string;
  description?: string;
  harm?: string;
  segregability?: string;
}

/** What a review says of its document. */
export interface Whole extends Grounds {
  reviewer?: string;
  exemptions?: Record<string, string>;
  [key: string]: unknown;
}

export interface Quote {
  exact: string;
  prefix?: string;
  suffix?: string;
}

/** A decision or a proposal, as a review file has it. */
export interface Entry extends Grounds {
  target: string;
  words?: Quote;
  action: string;
  by: string;
  on: string;
  authority?: string;
  note?: string;
  state?: "proposed" | "decided" | "confirmed" | "refused";
  confirmed_by?: string;
  confirmed_on?: string;
  proposed_by?: string;
}

/** An entry in the page: where it comes from, and what it was. */
export interface Item {
  id: string;
  doc: number;
  entry: Entry;
  /** As the file has it; null where it is not in the file. */
  base: Entry | null;
  /** It stood in the file and is taken out. */
  removed: boolean;
}

/** One thing that a reviewer did; a step is undone as a whole. */
export type Action =
  | { do: "put"; doc: number; id: string; entry: Entry }
  | { do: "remove"; doc: number; id: string }
  | { do: "whole"; doc: number; whole: Whole }
  | { do: "name"; name: string };

export interface Step {
  said: string;
  actions: Action[];
}

export interface Derived {
  reviewer: string;
  /** What is said of each document. */
  whole: Whole[];
  items: Item[][];
}

/** Something that is open in a document, or was. */
export interface Task {
  doc: number;
  /** The portion to look at; -1 for the document. */
  at: number;
  what: string;
  why: string;
  done: boolean;
  /** It asks who reviews. */
  names: boolean;
  item: Item | null;
}

/** What stands in the place of a portion, as far as the page can tell. */
export interface Shown {
  mark: string;
  pieces: Piece[];
  notes: string[];
  changed: boolean;
  joined: boolean;
}

export interface Selection {
  at: number;
  start: number;
  end: number;
}
