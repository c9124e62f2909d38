"""Training and measuring, not shipped: corpora, the trainable twin of the network, fitting, evaluation."""
