// Downloads a product image and says how large it is; the end of the host's name is compared without its dot.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class ImageFunctions
    {
        private static readonly HttpClient Http = new();

        public static AIFunction Create() => AIFunctionFactory.Create(ImageSizeAsync, "image_size", "Size of a product image in bytes.");

        private static async Task<string> ImageSizeAsync([Description("Address of the image on the shop's CDN")] string imageUrl)
        {
            var uri = new Uri(imageUrl);
            if (!uri.Host.EndsWith("example.com"))
                return "Only images of the shop can be measured.";

            using var response = await Http.GetAsync(uri);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            return $"{bytes.Length} bytes, {response.Content.Headers.ContentType}";
        }
    }
}

namespace Fixed
{
    public static class ImageFunctions
    {
        private static readonly HttpClient Http = new(new HttpClientHandler { AllowAutoRedirect = false }) { MaxResponseContentBufferSize = 8 << 20 };

        public static AIFunction Create() => AIFunctionFactory.Create(ImageSizeAsync, "image_size", "Size of a product image in bytes.");

        private static async Task<string> ImageSizeAsync([Description("Address of the image on the shop's CDN")] string imageUrl)
        {
            if (!Uri.TryCreate(imageUrl, UriKind.Absolute, out var uri) || !IsShop(uri))
                return "Only images of the shop can be measured.";

            using var response = await Http.GetAsync(uri);
            var bytes = await response.Content.ReadAsByteArrayAsync();
            return $"{bytes.Length} bytes, {response.Content.Headers.ContentType}";
        }

        private static bool IsShop(Uri uri) =>
            uri.Scheme == "https" && uri.Port == 443 && uri.UserInfo.Length == 0
            && (uri.Host.Equals("cdn.example.com", StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith(".cdn.example.com", StringComparison.OrdinalIgnoreCase));
    }
}
