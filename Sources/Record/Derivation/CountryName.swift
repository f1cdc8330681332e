import Diplomacy

/// The English name of a country; its code where the reference data has no such country.
func countryName(_ code: CountryCode) -> String {
  Countries[code]?.name ?? code.rawValue
}
