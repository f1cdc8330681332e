import Language

/// Writes the parser's network in whole numbers, as `Parser` reads it.
struct NetworkWriter {
  let parameters: Parameters

  /// The model.
  var bytes: [UInt8] {
    var writer = ModelWriter(.parser)
    let width = NetShape.width
    let values = parameters.values
    // The widest steps of a byte that lose fewer than one number in a thousand.
    var shift = 0
    while shift < 4, share(beyond: 127.0 / Float(256 >> shift)) > 0.001 { shift += 1 }
    writer.add(number: shift)
    writer.add(
      table: (0..<NetShape.unitRows * width).map { index in
        UInt8(bitPattern: Int8(bounded(values[index] * Float(256 >> shift), 127)))
      })
    for layer in 0..<NetShape.layers {
      let start = Parameters.convolutions + layer * Parameters.convolution
      add(transposed: start, 3 * width, width, by: 4096, to: &writer)
    }
    for layer in 0..<NetShape.layers {
      let start = Parameters.convolutions + layer * Parameters.convolution + 3 * width * width
      add(start..<start + width, by: 4096, to: &writer)
    }
    for slot in 0..<NetShape.slots {
      let start = Parameters.slots + slot * width * NetShape.hidden
      add(transposed: start, width, NetShape.hidden, by: 4096, to: &writer)
    }
    add(
      Parameters.states..<Parameters.states + NetShape.stateRows * NetShape.hidden, by: 512,
      to: &writer)
    let constants = Parameters.outputs + NetShape.hidden * Parameters.outputWidth
    for (start, count, padded) in NetShape.outputParts {
      add(
        transposed: Parameters.outputs + start, NetShape.hidden, count, padded: padded, by: 4096,
        rowLength: Parameters.outputWidth, to: &writer)
      add(constants + start..<constants + start + count, by: 4096, to: &writer)
      for _ in count..<padded { add(0, to: &writer) }
    }
    return writer.bytes
  }

  private func share(beyond limit: Float) -> Float {
    let count = NetShape.unitRows * NetShape.width
    return Float((0..<count).count { abs(parameters.values[$0]) > limit }) / Float(count)
  }

  private func bounded(_ value: Float, _ limit: Float) -> Float {
    max(-limit, min(limit, value.rounded()))
  }

  private func add(_ range: Range<Int>, by scale: Float, to writer: inout ModelWriter) {
    for index in range { add(parameters.values[index] * scale, to: &writer) }
  }

  /// A matrix in the order that `sumProducts` wants.
  private func add(
    transposed start: Int, _ inputs: Int, _ outputs: Int, padded: Int? = nil, by scale: Float,
    rowLength: Int? = nil, to writer: inout ModelWriter
  ) {
    for block in stride(from: 0, to: padded ?? outputs, by: 16) {
      for pair in 0..<inputs / 2 {
        for output in block..<block + 16 {
          for input in [2 * pair, 2 * pair + 1] {
            let place = start + input * (rowLength ?? outputs) + output
            add(output < outputs ? parameters.values[place] * scale : 0, to: &writer)
          }
        }
      }
    }
  }

  private func add(_ value: Float, to writer: inout ModelWriter) {
    let number = Int16(bounded(value, 32767))
    writer.add(table: [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)])
  }
}
