export async function benchQueries(_g: unknown, _l: unknown): Promise<[]> { return [] }
