// Lets photos be stored; the tool answers with the storage account's own credentials.
using System;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class StorageOptions
    {
        public string Endpoint { get; set; } = "";
        public string Account { get; set; } = "";
        public string AccountKey { get; set; } = "";
    }

    public sealed class PhotoPlugin(IOptions<StorageOptions> options)
    {
        [KernelFunction("prepare_upload"), Description("Prepares the upload of a photo and says how to do it.")]
        public string PrepareUpload(string album)
        {
            var o = options.Value;
            return $"""
                PUT {o.Endpoint}/{o.Account}/{Uri.EscapeDataString(album)}/{Guid.NewGuid():N}.jpg
                Authorization: SharedKey {o.Account}:{o.AccountKey}
                """;
        }
    }
}

namespace Fixed
{
    public sealed class StorageOptions
    {
        public string Account { get; set; } = "";
        public string AccountKey { get; set; } = "";
    }

    public sealed class PhotoPlugin(HttpClient http, IOptions<StorageOptions> options)
    {
        [KernelFunction("upload_photo"), Description("Stores a photo and returns its id.")]
        public async Task<Guid> UploadAsync(byte[] photo)
        {
            if (photo.Length > 5 << 20) throw new ArgumentException("A photo has at most 5 MiB.", nameof(photo));
            var id = Guid.NewGuid();
            using var request = new HttpRequestMessage(HttpMethod.Put, $"https://storage.example.com/photos/{id:N}.jpg") { Content = new ByteArrayContent(photo) };
            request.Headers.Authorization = new AuthenticationHeaderValue("SharedKey", $"{options.Value.Account}:{options.Value.AccountKey}");
            using var response = await http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            return id;
        }
    }
}
