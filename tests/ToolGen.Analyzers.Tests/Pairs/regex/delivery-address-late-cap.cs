// Takes a delivery address; its length is looked at after the pattern has been run on all of it.
using System;
using System.ComponentModel;
using System.Text.RegularExpressions;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public record Address(string Street, string Postcode, string City);
    public interface IParcels { void Redirect(int parcel, Address address); }

    public class ParcelPlugin(IParcels parcels)
    {
        private static readonly Regex Street = new(@"^(\w+[ .,-]*)+$");

        [KernelFunction("redirect_parcel"), Description("Redirects a parcel to another address.")]
        public void Redirect(int parcel, Address address)
        {
            var street = address.Street;
            if (!Street.IsMatch(street) || street.Length > 120) throw new ArgumentException("The street is not valid.");
            parcels.Redirect(parcel, address with { Street = street.Trim() });
        }
    }
}

namespace Fixed
{
    public record Address(string Street, string Postcode, string City);
    public interface IParcels { void Redirect(int parcel, Address address); }

    public class ParcelPlugin(IParcels parcels)
    {
        private static readonly Regex Street = new(@"\A[\w .,-]+\z");

        [KernelFunction("redirect_parcel"), Description("Redirects a parcel to another address.")]
        public void Redirect(int parcel, Address address)
        {
            var street = address.Street;
            if (street.Length > 120 || !Street.IsMatch(street)) throw new ArgumentException("The street is not valid.");
            parcels.Redirect(parcel, address with { Street = street.Trim() });
        }
    }
}
