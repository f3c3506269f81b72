// Translates a text and tries again on any failure; a canceled call counts as a failure and the loop has no end.
using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public interface ITranslator
    {
        Task<string> TranslateAsync(string text, string language, CancellationToken cancellationToken);
    }

    public sealed class TranslationPlugin(ITranslator translator, ILogger<TranslationPlugin> logger)
    {
        [KernelFunction("translate"), Description("Translates a text.")]
        public async Task<string> TranslateAsync(string text, string language, CancellationToken cancellationToken = default)
        {
            while (true)
            {
                try
                {
                    return await translator.TranslateAsync(text, language, cancellationToken);
                }
                catch (Exception e)
                {
                    logger.LogWarning(e, "translation failed, trying again");
                    await Task.Delay(1000);
                }
            }
        }
    }
}

namespace Fixed
{
    public interface ITranslator
    {
        Task<string> TranslateAsync(string text, string language, CancellationToken cancellationToken);
    }

    public sealed class TranslationPlugin(ITranslator translator, ILogger<TranslationPlugin> logger)
    {
        private const int Attempts = 3;

        [KernelFunction("translate"), Description("Translates a text.")]
        public async Task<string> TranslateAsync(string text, string language, CancellationToken cancellationToken = default)
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    return await translator.TranslateAsync(text, language, cancellationToken);
                }
                catch (Exception e) when (e is not OperationCanceledException && attempt < Attempts)
                {
                    logger.LogWarning(e, "translation failed, trying again");
                    await Task.Delay(TimeSpan.FromSeconds(attempt), cancellationToken);
                }
            }
        }
    }
}
