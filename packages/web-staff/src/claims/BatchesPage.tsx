export default function BatchesPage() { return null }
