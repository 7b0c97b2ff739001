/** What must hold: a query that finds what breaks it; `:now` stands for the simulated instant. */
export type Invariant = { readonly name: string; readonly query: string }
