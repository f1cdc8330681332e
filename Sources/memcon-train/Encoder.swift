import Language

/// The network's part that reads a sentence: tables, convolutions, and the hidden layer's share of each
/// slot and unit.
final class Encoder {
  typealias Vector = UnsafeMutablePointer<Float>

  private let parameters: Parameters
  private let width = NetShape.width
  private let capacity: Int
  /// The units' vectors, layer after layer; a row of zeros stands before and behind each layer.
  private let layers: [Vector]
  private let layerGradients: [Vector]
  /// What each convolution added.
  private let changes: [Vector]
  private let mask: Vector
  private let shares: Vector
  private let shareGradients: Vector
  private var isShared: [Bool]
  private var used: [Int] = []
  private var input = ParserInput(words: [], tags: [])

  init(_ parameters: Parameters, capacity: Int) {
    self.parameters = parameters
    self.capacity = capacity
    let size = (capacity + 3) * NetShape.width
    func zeros(_ count: Int) -> Vector {
      let vector = Vector.allocate(capacity: count)
      vector.initialize(repeating: 0, count: count)
      return vector
    }
    layers = (0...NetShape.layers).map { _ in zeros(size) }
    layerGradients = (0...NetShape.layers).map { _ in zeros(size) }
    changes = (0..<NetShape.layers).map { _ in zeros(size) }
    mask = zeros(size)
    shares = zeros((capacity + 1) * NetShape.slots * NetShape.hidden)
    shareGradients = zeros((capacity + 1) * NetShape.slots * NetShape.hidden)
    isShared = Array(repeating: false, count: (capacity + 1) * NetShape.slots)
  }

  deinit {
    for vector in layers + layerGradients + changes { vector.deallocate() }
    mask.deallocate()
    shares.deallocate()
    shareGradients.deallocate()
  }

  /// Writes the sum of what the units and rows of a state, as `StateFeatures` writes them, give the hidden layer.
  func sum(
    _ slots: UnsafeMutablePointer<Int>, _ rows: UnsafeMutablePointer<Int>, _ rowCount: Int,
    to hidden: Vector
  ) {
    hidden.update(repeating: 0, count: NetShape.hidden)
    for slot in 0..<NetShape.slots where slots[slot] >= 0 {
      Kernels.add(1, share(slot, slots[slot]), to: hidden, NetShape.hidden)
    }
    for row in 0..<rowCount {
      Kernels.add(
        1, parameters.values + Parameters.states + rows[row] * NetShape.hidden, to: hidden,
        NetShape.hidden)
    }
  }

  /// Reads a sentence; a share of the last layer's numbers is left out, so that none is relied on
  /// (dropout: Srivastava et al., JMLR 2014).
  func encode(_ input: ParserInput, dropping percent: UInt64, _ generator: inout SeededGenerator) {
    self.input = input
    let length = (input.count + 1) * width
    for layer in 0...NetShape.layers {
      (layerGradients[layer]).update(repeating: 0, count: length + 2 * width)
      // The row behind the last unit may hold an earlier sentence.
      (layers[layer] + width + length).update(repeating: 0, count: width)
    }
    let first = layers[0] + width
    first.update(repeating: 0, count: length)
    for unit in 0...input.count {
      for row in 0..<NetShape.rowsOfUnit {
        let table = Int(input.rows[unit * NetShape.rowsOfUnit + row])
        Kernels.add(1, parameters.values + table * width, to: first + unit * width, width)
      }
    }
    for layer in 0..<NetShape.layers {
      let weights = parameters.values + Parameters.convolutions + layer * Parameters.convolution
      for unit in 0...input.count {
        let change = changes[layer] + unit * width
        change.update(from: weights + 3 * width * width, count: width)
        // Row `unit` of the padded layer is the neighbour to the left.
        Kernels.multiply(layers[layer] + unit * width, 3 * width, weights, to: change, width)
        let source = layers[layer] + (unit + 1) * width
        let target = layers[layer + 1] + (unit + 1) * width
        for index in 0..<width {
          change[index] = max(0, change[index])
          target[index] = source[index] + change[index]
        }
      }
    }
    let keep = 1 / (1 - Float(percent) / 100)
    let last = layers[NetShape.layers] + width
    for index in 0..<length {
      mask[index] = percent > 0 && generator.chance(percent) ? 0 : percent > 0 ? keep : 1
      last[index] *= mask[index]
    }
    for share in used { isShared[share] = false }
    used.removeAll(keepingCapacity: true)
  }

  /// The hidden layer's share of `unit` in `slot`.
  func share(_ slot: Int, _ unit: Int) -> Vector {
    let number = unit * NetShape.slots + slot
    let share = shares + number * NetShape.hidden
    if !isShared[number] {
      isShared[number] = true
      used.append(number)
      share.update(repeating: 0, count: NetShape.hidden)
      (shareGradients + number * NetShape.hidden).update(repeating: 0, count: NetShape.hidden)
      Kernels.multiply(
        layers[NetShape.layers] + (unit + 1) * width, width,
        parameters.values + Parameters.slots + slot * width * NetShape.hidden, to: share,
        NetShape.hidden)
    }
    return share
  }

  /// The gradient of a share that was asked for.
  func shareGradient(_ slot: Int, _ unit: Int) -> Vector {
    shareGradients + (unit * NetShape.slots + slot) * NetShape.hidden
  }

  /// Brings the shares' gradients back to the parameters.
  func back() {
    let last = NetShape.layers
    for number in used {
      let slot = number % NetShape.slots
      let unit = number / NetShape.slots
      let place = Parameters.slots + slot * width * NetShape.hidden
      Kernels.multiplyBack(
        layers[last] + (unit + 1) * width, layerGradients[last] + (unit + 1) * width, width,
        parameters.values + place, parameters.gradients + place,
        shareGradients + number * NetShape.hidden, NetShape.hidden)
    }
    let length = (input.count + 1) * width
    let lastGradient = layerGradients[last] + width
    for index in 0..<length { lastGradient[index] *= mask[index] }
    for layer in (0..<last).reversed() {
      let place = Parameters.convolutions + layer * Parameters.convolution
      for unit in 0...input.count {
        let output = layerGradients[layer + 1] + (unit + 1) * width
        // The residual way takes the gradient as it is, the convolution only where it was positive.
        Kernels.add(1, output, to: layerGradients[layer] + (unit + 1) * width, width)
        for index in 0..<width where changes[layer][unit * width + index] <= 0 {
          output[index] = 0
        }
        Kernels.add(1, output, to: parameters.gradients + place + 3 * width * width, width)
        Kernels.multiplyBack(
          layers[layer] + unit * width, layerGradients[layer] + unit * width, 3 * width,
          parameters.values + place, parameters.gradients + place, output, width)
      }
    }
    for unit in 0...input.count {
      for row in 0..<NetShape.rowsOfUnit {
        let table = Int(input.rows[unit * NetShape.rowsOfUnit + row])
        Kernels.add(
          1, layerGradients[0] + (unit + 1) * width, to: parameters.unitGradient(table), width)
      }
    }
  }
}
