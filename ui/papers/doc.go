// Package papers previews the documents and writes them.
package papers
