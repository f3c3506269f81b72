// Trims what an editor leaves at the end of a description; the pattern is quadratic in runs of spaces.
using System;
using System.ComponentModel;
using System.Text.RegularExpressions;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface IListings { void SetDescription(Guid listing, string html); }

    public sealed class ListingPlugin
    {
        private readonly IListings listings;
        private readonly Regex tail = new(@"(\s|&nbsp;)+$", RegexOptions.ExplicitCapture);

        public ListingPlugin(IListings listings) => this.listings = listings;

        [KernelFunction("describe_listing"), Description("Sets the description of a listing.")]
        public string Describe(Guid listing, string description)
        {
            var trimmed = this.tail.Replace(description, string.Empty);
            this.listings.SetDescription(listing, trimmed);
            return trimmed.Length + " characters";
        }
    }
}

namespace Fixed
{
    public interface IListings { void SetDescription(Guid listing, string html); }

    public sealed class ListingPlugin
    {
        private readonly IListings listings;
        private readonly Regex tail = new(@"(\s|&nbsp;)+$", RegexOptions.ExplicitCapture);

        public ListingPlugin(IListings listings) => this.listings = listings;

        [KernelFunction("describe_listing"), Description("Sets the description of a listing.")]
        public string Describe(Guid listing, string description)
        {
            if (description.Length > 2_000) throw new ArgumentException("A description has at most 2,000 characters.", nameof(description));
            var trimmed = this.tail.Replace(description, string.Empty);
            this.listings.SetDescription(listing, trimmed);
            return trimmed.Length + " characters";
        }
    }
}
