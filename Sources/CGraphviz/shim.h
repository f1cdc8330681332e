#include <gvc.h>
#include <cgraph.h>

// Where a layout put things. Graphviz tells it through macros, which Swift can't import.

static inline pointf memcon_node_center(Agnode_t *node) { return ND_coord(node); }

static inline const splines *memcon_edge_splines(Agedge_t *edge) { return ED_spl(edge); }

/// The label of an edge, or null for an edge without one or whose label was not placed.
static inline const textlabel_t *memcon_edge_label(Agedge_t *edge) {
  textlabel_t *label = ED_label(edge);
  return label != NULL && label->set ? label : NULL;
}

static inline int memcon_cluster_count(Agraph_t *graph) { return GD_n_cluster(graph); }

/// A cluster by its number, which Graphviz counts from 1.
static inline Agraph_t *memcon_cluster(Agraph_t *graph, int number) {
  return GD_clust(graph)[number];
}

static inline boxf memcon_bounds(Agraph_t *graph) { return GD_bb(graph); }
