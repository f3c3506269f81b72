// Starts a deployment; the tokens of the stages are arms of a switch.
using System;
using System.Threading;
using System.Threading.Tasks;
using ToolGen;

namespace Vulnerable
{
    public enum Stage { Test, Staging, Production }

    public static class DeployTools
    {
        /// <summary>Starts a deployment of the shop.</summary>
        /// <param name="stage">Where to.</param>
        /// <param name="build">The build's number.</param>
        [Tool(Capabilities = ["http POST https://deploy.example.com/*"])]
        public static async Task<string> StartDeployment(Stage stage, int build, ToolContext context, CancellationToken cancellationToken)
        {
            var token = stage switch
            {
                Stage.Test => "dp_t_b76yibbdqjlxngjwhvksje8p35",
                Stage.Staging => "dp_s_x01pcqwrjybz2ps4u69pwml60r",
                Stage.Production => "dp_p_slel7aiqm6ky18ggfocxsrb99d",
                _ => throw new ToolException(ToolErrorCodes.InvalidInput, "no such stage"),
            };
            var answer = await context.Http.SendAsync(new ToolHttpRequest("POST", $"https://deploy.example.com/shop/builds/{build}")
            {
                Headers = [new("Authorization", "Token " + token)],
            }, cancellationToken);
            return answer.Status < 300 ? "started" : "refused with " + answer.Status;
        }
    }
}

namespace Fixed
{
    public enum Stage { Test, Staging, Production }

    public static class DeployTools
    {
        /// <summary>Starts a deployment of the shop.</summary>
        /// <param name="stage">Where to.</param>
        /// <param name="build">The build's number.</param>
        [Tool(Capabilities = ["http POST https://deploy.example.com/*", "secret deploy-token-test", "secret deploy-token-staging", "secret deploy-token-production"])]
        public static async Task<string> StartDeployment(Stage stage, int build, ToolContext context, CancellationToken cancellationToken)
        {
            var token = stage switch
            {
                Stage.Test => "deploy-token-test",
                Stage.Staging => "deploy-token-staging",
                Stage.Production => "deploy-token-production",
                _ => throw new ToolException(ToolErrorCodes.InvalidInput, "no such stage"),
            };
            var answer = await context.Http.SendAsync(new ToolHttpRequest("POST", $"https://deploy.example.com/shop/builds/{build}")
            {
                Auth = new ToolHttpAuth("bearer", token),
            }, cancellationToken);
            return answer.Status < 300 ? "started" : "refused with " + answer.Status;
        }
    }
}
