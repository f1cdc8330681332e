import Diplomacy

/// The English name of a country; its code where no name is known.
func countryName(_ code: CountryCode) -> String {
  code.rawValue
}
