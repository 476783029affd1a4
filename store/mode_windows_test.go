package store

// modesWork: this system has no modes on files.
const modesWork = false
